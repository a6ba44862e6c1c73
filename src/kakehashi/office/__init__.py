"""The office: the Django project in which people work on what the engines find."""
