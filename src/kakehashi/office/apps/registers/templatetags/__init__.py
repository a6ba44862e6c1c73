"""What the templates of the registers app may say."""
