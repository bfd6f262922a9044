"""A chart's figure as SVG: for paper and for files that run nothing. It knows what rutkit's charts are made of."""
