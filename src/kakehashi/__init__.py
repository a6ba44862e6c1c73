"""Kakehashi: the working system of an investment-promotion office, and the engines behind it."""

__version__ = "0.1.0"
