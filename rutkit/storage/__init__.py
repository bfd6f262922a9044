"""The file: connection, encryption, migrations, history, backups, and where it lives."""
