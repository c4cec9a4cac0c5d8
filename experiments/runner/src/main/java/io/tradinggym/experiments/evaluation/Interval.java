package io.tradinggym.experiments.evaluation;

/**
 * An estimate and how sure it is.
 *
 * @param estimate the figure
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 */
public record Interval(double estimate, double low, double high) {}
