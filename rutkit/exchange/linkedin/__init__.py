"""What LinkedIn gives people who ask for their data: a zip of tables, each about one thing."""
