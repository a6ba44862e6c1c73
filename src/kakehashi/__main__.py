"""`python -m kakehashi` is the command `kakehashi`."""

from kakehashi.cli import main

if __name__ == "__main__":
    main()
