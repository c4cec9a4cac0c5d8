package io.tradinggym.crypto.venue;

/**
 * How mark and index are made.
 *
 * @param basisSeconds window of the mean basis, one sample a second
 * @param indexGuard distance from the median at which an exchange no longer counts, a fraction
 * @param indexPatience silence after which it no longer counts, milliseconds
 */
public record MarkTerms(int basisSeconds, double indexGuard, long indexPatience) {}
