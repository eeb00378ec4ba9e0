"""Projects: case against realized by weight, closed ones and what no project was given included."""

from tests.pages.executive import as_read, figures, load_closed_form, notes, run, texts


def test_each_project_and_what_none_was_given():
    load_closed_form()
    app = run("projects")
    assert "## 3 projects, 2 of them ended. Of 3 with benefits due, 3 are behind the business case." in texts(
        app
    )
    table = app.main.dataframe[0].value
    assert table[["project", "planned", "realized", "net", "status"]].values.tolist() == [
        ["Claims platform (P1)", 210.0, 98.0, 98.0, "closed"],
        ["Branch renewal (P2)", 190.0, 132.0, 132.0, "closed"],
        ["Supplier contracts (P3)", 60.0, 54.0, 54.0, "active"],
        ["Attributed to no project", 40.0, 36.0, -54.0, ""],
    ]


def test_closed_projects_carry_their_date():
    load_closed_form()
    (drawn,) = figures(run("projects"))
    assert 'Claims platform  <span style="color:#5a6672">closed Sep 2025</span>' in notes(drawn)
    assert "<b>46.7%</b>" in notes(drawn)
    assert "€98 of €210" in notes(drawn)


def test_at_an_earlier_status_date_they_were_not_closed_yet():
    load_closed_form()
    app = run("projects", {"as_of": "2025-08-31"})
    assert any(text.startswith("## 3 projects, none of them ended.") for text in texts(app))
    assert not any("closed" in note for note in notes(figures(app)[0]))


def test_the_totals_under_the_table_are_the_programs_own():
    load_closed_form()
    assert (
        "Projects and what is attributed to none add up to Closed form: €320 realized of €500 due (gross), "
        "€230 net of disbenefits."
    ) in texts(run("projects"))


def test_the_line_under_the_title_states_date_case_version_and_coverage():
    load_closed_form()
    assert (
        "All programs · Status date 31 Mar 2026 · original case · data version 1 · coverage 85.7%"
        in texts(run("projects"))
    )


def test_only_closed_projects():
    def close(rows):
        for row in rows["projects"]:
            row["status"] = "closed"

    load_closed_form(close)
    shown = texts(run("projects"))
    assert any(text.startswith("## 3 projects, all of them ended.") for text in shown)


def test_a_closing_date_that_is_not_known_is_said():
    def undated(rows):
        for row in rows["projects"]:
            row |= {"status": "cancelled", "closed_on": None}

    load_closed_form(undated)
    (drawn,) = figures(run("projects"))
    assert any("cancelled, date not known" in note for note in notes(drawn))


def test_without_contributions_it_says_what_to_upload():
    def none(rows):
        rows["contributions"], rows["projects"] = [], []

    load_closed_form(none)
    assert "**No project contributes to a benefit yet.**" in texts(run("projects"))


def test_what_nobody_measured_is_empty_in_the_table():
    def forget(rows):
        rows["realized_values"] = []

    load_closed_form(forget)
    app = run("projects")
    table = app.main.dataframe[0].value
    assert table["realized"].isna().all()
    assert "<b>not known</b>" in notes(figures(app)[0])


def test_what_has_no_counterpart_is_listed_with_its_next_step():
    load_closed_form()
    app = run("projects")
    (title,) = [as_read(one.label) for one in app.main.expander if "schedule" in one.label]
    assert title == "1 benefit has no project with a schedule."
    listed = app.main.dataframe[-1].value
    assert listed[["ID", "Because", "Next step"]].values.tolist() == [
        ["D1", "it names no project", "Load the schedule of its project"]
    ]
