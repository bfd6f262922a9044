"""Offers and staying, compared by what matters to the person."""
