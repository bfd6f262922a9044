"""Finding again what one wrote."""
