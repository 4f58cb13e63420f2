"""The office's papers, a module a paper: plan -> template and context, or a further file."""
