"""Who works here, in which office and team, and what their role allows."""
