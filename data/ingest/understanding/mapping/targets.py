"""What a table can be read into, and what its columns can mean there.

A table of the model, the benefits register, the list of a known tool, or a whole file: `list jira` reads
issues by the rules of the profile `jira`, with the columns that somebody says; `whole business_case` reads
a business case by its profile, with the lines and years that somebody corrected.
"""

from functools import cache

from data.ingest.understanding.profile import Profile, profiles
from data.model import BY_NAME, TABLES, Table

REGISTER = "benefits register"
TARGETS = (REGISTER, *(table.name for table in TABLES))
MEASURES = {"planned": "Planned value", "realized": "Realized value", "forecast": "Forecast value"}
_NAMES = {"program_id": ("program", "Program"), "project_id": ("project", "Project")}
_REGISTER = {
    **MEASURES,
    "amount": "Value (another column says which)",
    "measure": "Planned, realized or forecast",
    "total": "Total of other columns",
    "start": "Start of the benefit",
    "end": "End of the benefit",
    "class": "Class",
    "annual": "Planned value of a year, from start to end",
    "one_off": "Planned value that comes once",
}
LISTS = "list "  # before the name of a profile
WHOLES = "whole "  # before that of one which reads its file as a whole
_ITEMS = {  # roles of lists whose word alone says too little
    "id": "ID of the row",
    "name": "Name of the row",
    "type": "Type of the row",
    "start": "Start",
    "finish": "Finish, as expected now",
    "cost": "Cost, as expected now",
    "title": "Short title",
    "no": "Number",
    "gate_date": "Date of a gate that its header names",
}
WHOLE_LAYOUTS = ("stacked", "return", "accounts")
_LEFT_OUT = ("id", "name")  # words whose meaning the register settles by itself


def list_profile(target: str) -> Profile | None:
    """The profile by whose rules a list is read; None for the other targets."""
    found = profiles().get(target.removeprefix(LISTS)) if target.startswith(LISTS) else None
    return found if found is not None and found.layout == "list" else None


def whole_profile(target: str) -> Profile | None:
    """The profile that reads the whole file, a form or a business case; None for the other targets."""
    found = profiles().get(target.removeprefix(WHOLES)) if target.startswith(WHOLES) else None
    return found if found is not None and found.layout in WHOLE_LAYOUTS else None


@cache
def readable() -> tuple[str, ...]:
    """All that somebody can have a table read into; what is proposed is among TARGETS."""
    lists = sorted(
        (one for one in profiles().values() if one.layout == "list"), key=lambda one: one.title.casefold()
    )
    wholes = (one for one in profiles().values() if one.layout in WHOLE_LAYOUTS)
    return (
        *TARGETS,
        *(f"{LISTS}{one.name}" for one in lists),
        *(f"{WHOLES}{one.name}" for one in sorted(wholes, key=lambda one: one.title.casefold())),
    )


def title(target: str) -> str:
    """A target as people read it."""
    if profile := list_profile(target) or whole_profile(target):
        return profile.title
    return BY_NAME[target].sheet if target in BY_NAME else "Benefits register"


@cache
def roles(target: str) -> dict[str, str]:
    """What a column of this target can mean, with the words for it."""
    if profile := list_profile(target):
        return {role: _ITEMS.get(role, _spoken(role)) for role in profile.roles}
    if whole_profile(target):
        return {}
    if target == REGISTER:
        known = profiles()["benefits_register"].roles
        return {
            role: _REGISTER.get(role, _spoken(role))
            for role in dict.fromkeys((*known, *_REGISTER))
            if role not in _LEFT_OUT
        }
    return _of_table(BY_NAME[target])


def _of_table(table: Table) -> dict[str, str]:
    found = {field.name: field.header for field in table.fields}
    if table.periodic:
        found |= {"period": "Period", "period_start": "Period start", "period_end": "Period end"}
    for key, (name, header) in _NAMES.items():
        if key in found and name not in found:
            found[name] = f"{header} (by name)"
    return found


def needed(target: str) -> tuple[tuple[str, ...], ...]:
    """What must be there, each as the roles of which any will do."""
    if profile := list_profile(target):
        # What a list is told by among others need not be there once somebody says what it is.
        groups = profile.needs.get("any", ())[:1]
        return tuple((role,) for role in profile.needs.get("all", ())) or tuple(map(tuple, groups))
    if whole_profile(target):
        return ()
    if target == REGISTER:
        return (("benefit", "benefit_id"), (*MEASURES, "amount", "annual", "one_off"))
    table = BY_NAME[target]
    wanted = [_ways(table, field.name) for field in table.fields if field.required]
    if table.periodic:
        wanted += [("period", "period_start"), values(target)]
    return tuple(ways for ways in wanted if ways)


def _ways(table: Table, name: str) -> tuple[str, ...]:
    """The roles that give a required field; () where it is filled in by itself."""
    if name == "program_id" and table.name != "programs":
        return ()  # by name, by the mapping, or by the title
    if name in FILLED.get(table.name, ()):
        return ()
    own = title_field(table)
    if name in (table.key[0], own) and own:
        return (table.key[0], own)  # a thing without an ID goes by its name, one without a name by its ID
    if name == "project_id":
        return (name, "project")
    return (name,)


# Fields that are filled in where no column says them.
FILLED = {
    "programs": ("currency",),
    "projects": ("status",),
    "benefits": ("kind", "value_type"),
    "planned_values": ("case_version",),
    "forecast_values": ("forecast_as_of",),
    "contributions": ("weight",),
}


def title_field(table: Table) -> str:
    """The field that names what a row of the table is: benefit of benefits; '' where there is none."""
    key = table.key[0]
    own = key.removesuffix("_id")
    return own if key.endswith("_id") and any(field.name == own for field in table.fields) else ""


def periodic(target: str) -> bool:
    """Whether its columns may be periods."""
    return target == REGISTER or (target in BY_NAME and BY_NAME[target].periodic)


def values(target: str) -> tuple[str, ...]:
    """The roles that a column of a period may have."""
    if target == REGISTER:
        return (*MEASURES, "total")
    if list_profile(target) or whole_profile(target):
        return ()
    table = BY_NAME[target]
    return tuple(field.name for field in table.fields if field.type.name == "DECIMAL" and table.periodic)


def _spoken(role: str) -> str:
    words = role.replace("_", " ")
    return (words[:1].upper() + words[1:]).replace(" id", " ID")
