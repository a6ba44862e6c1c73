"""The apps of the office; each looks only at those before it: accounts, registers, organisations, places, …"""
