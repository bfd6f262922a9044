"""Which field of a record is which part of a posting, by the names that boards, feeds and their readers give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

PARTS = ("title", "company", "location", "link", "posted", "closing", "text")
"""The parts of a posting that a person may assign columns to."""

_NAMES: Mapping[str, str] = {
    # The likeliest name first: where a record has two, the first one counts.
    "id": "id, job_id, posting_id, job_reference, reference, ref, uuid",
    "title": "title, job_title, position, position_title, job_name, role, vacancy, headline, occupation, name",
    "company": "company, company_name, employer, employer_name, hiring_organization, organization, organisation, "
    "hiring_company, advertiser, firm, company_display_name",
    "location": "location, job_location, location_name, place, city, candidate_required_location, workplace_location, "
    "locations, job_geo, area, region",
    "link": "job_url, url, link, job_link, posting_url, absolute_url, hosted_url, redirect_url, canonical_url, "
    "apply_url, application_url, job_posting_url, job_url_direct, href, source_url",
    "posted": "date_posted, date, posted, posted_at, posted_on, posted_date, posting_date, post_date, "
    "publication_date, published, published_at, date_published, pub_date, listed_time, "
    "original_listed_time, created, created_at, first_published, date_created, added, updated_at",
    "closing": "closing, closing_date, closes, close_date, valid_through, deadline, application_deadline, expires, "
    "expires_at, expiry, expiration_date, expiry_date, end_date, apply_by",
    "text": "description_plain, description, text, job_description, description_text, full_description, job_text, "
    "posting_text, advert_text, body, content, posting, advert, ad, job_ad, jobdescription, job_details, details, "
    "description_html, html, summary, job_summary, snippet",
    "more_text": "additional_plain, additional, additional_information, more_information",
    "responsibilities": "responsibilities, duties, job_responsibilities, main_duties, tasks",
    "requirements": "requirements, job_requirements, required_skills, candidate_requirements, "
    "person_specification, profile",
    "qualifications": "qualifications, preferred_qualifications, minimum_qualifications, qualification",
    "skills": "skills, skills_desc, key_skills, job_skills",
    "experience": "experience_range, experience, experience_required, required_experience",
    "education": "education, required_education, education_requirements, education_level",
    "benefits": "benefits, job_benefits, perks",
    "pay": "salary, salary_range, pay, compensation, wage, salary_text, pay_rate, remuneration, salary_raw",
    "pay_low": "min_amount, salary_min, min_salary, minimum_salary, salary_from, pay_min, "
    "annual_salary_min, salary_low",
    "pay_high": "max_amount, salary_max, max_salary, maximum_salary, salary_to, pay_max, "
    "annual_salary_max, salary_high",
    "currency": "currency, salary_currency, pay_currency, currency_code",
    "pay_unit": "interval, pay_period, salary_period, salary_unit, salary_interval, pay_unit, unit_text",
    "employment": "job_type, employment_type, contract_time, contract_type, work_type, formatted_work_type, "
    "type_of_employment, commitment, hours_type, schedule",
    "workplace": "work_from_home_type, workplace_type, is_remote, remote, telecommuting, remote_allowed, "
    "work_arrangement, work_model, remote_work, remote_status, work_mode",
}


@lru_cache(maxsize=4_096)
def normal(name: str) -> str:
    """A field's name in small letters, its words parted by "_": "jobTitle", "Job Title" and "job-title" are one."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", "_", name.strip())
    return parted.lower().strip("_")


_RANKS = {
    name: (part, rank)
    for part, names in _NAMES.items()
    for rank, name in enumerate(name.strip() for name in names.split(","))
}


def parts_by_name(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each part of a posting the fields that hold it, the likeliest first. Fields of other names are left out.

    >>> parts_by_name(["Job Title", "jobDescription", "colour"])
    {'title': ('Job Title',), 'text': ('jobDescription',)}
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for name in names:
        known = _RANKS.get(normal(name))
        if known:
            found.setdefault(known[0], []).append((known[1], name))
    return {part: tuple(name for _, name in sorted(ranked)) for part, ranked in found.items()}
