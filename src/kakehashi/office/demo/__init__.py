"""The demo workspace: one real register and one place's public facts; what is invented says so on the screen."""
