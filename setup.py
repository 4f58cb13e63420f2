"""What pyproject.toml cannot say: the wheel holds `templates/` as `zi_docs/templates`."""

from setuptools import find_packages, setup

TEMPLATES = "zi_docs.templates"

setup(
    packages=[*find_packages(include=["zi_docs", "zi_docs.*"]), TEMPLATES],
    package_dir={TEMPLATES: "templates"},
    package_data={"": ["*.docx", "**/*.toml", "data/*.json", "layouts/*.html", "static/*"]},
)
