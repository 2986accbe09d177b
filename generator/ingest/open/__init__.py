"""From bytes on the disk to documents: what lies there, in which encoding, with which head."""
