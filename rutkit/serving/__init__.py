"""How Voilà and JupyterLab are started and dressed."""
