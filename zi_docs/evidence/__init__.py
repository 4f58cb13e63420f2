"""Plan -> its folders of evidence, and their files compared with what the reports claim."""
