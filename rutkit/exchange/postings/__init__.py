"""Job postings in other people's files, whatever the file is, as `FoundPosting`; what is none, as `Unreadable`.

`read_postings` reads a file's bytes, `postings_of_path` a file or a folder, `posting_of_text` what somebody pasted.
"""

from rutkit.exchange.postings.bundles import postings_of_path, read_postings
from rutkit.exchange.postings.files import posting_of_text
from rutkit.exchange.postings.found import Found, FoundPosting, Unreadable

__all__ = ["Found", "FoundPosting", "Unreadable", "posting_of_text", "postings_of_path", "read_postings"]
