"""One file for each topic. Routes are plain functions: they run in the thread pool."""
