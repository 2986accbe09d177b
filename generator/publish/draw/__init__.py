"""Pictures, and what stands for an actor in them."""
