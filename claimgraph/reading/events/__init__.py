"""Events: which claims of one document are about the same thing that happened."""
