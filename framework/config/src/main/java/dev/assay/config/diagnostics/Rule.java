package dev.assay.config.diagnostics;

/**
 * What a problem violates. Each rule has a golden file that shows its message.
 *
 * @param id the word that scripts and golden files know it by, in kebab-case
 * @param about one sentence on what it finds
 */
public record Rule(String id, String about) {}
