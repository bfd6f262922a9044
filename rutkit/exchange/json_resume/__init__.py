"""JSON Resume (jsonresume.org): the open format that the master resume is taken in and given out in."""

from rutkit.exchange.json_resume.documents import (
    ResumeDocument,
    ResumeError,
    printable,
    read_document,
    tidied,
    write_document,
)
from rutkit.exchange.json_resume.schema import problems
from rutkit.exchange.json_resume.skills import (
    Resume,
    ResumeCertificate,
    ResumeEducation,
    ResumeLanguage,
    ResumeSkill,
    ResumeWork,
    read_resume,
)

__all__ = [
    "Resume",
    "ResumeCertificate",
    "ResumeDocument",
    "ResumeEducation",
    "ResumeError",
    "ResumeLanguage",
    "ResumeSkill",
    "ResumeWork",
    "printable",
    "problems",
    "read_document",
    "read_resume",
    "tidied",
    "write_document",
]
