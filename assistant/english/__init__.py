"""English questions put into the Chinese terms of policy documents, by term list and rule."""
