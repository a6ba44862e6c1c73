"""What the templates of the organisations app may say."""
