"""How fast it is and how much memory it takes, as ratios that travel between machines."""
