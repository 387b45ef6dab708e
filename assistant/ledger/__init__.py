"""台账: the facts of documents, filtered, as rows, as files, and as charts."""
