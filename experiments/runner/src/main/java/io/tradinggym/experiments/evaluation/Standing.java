package io.tradinggym.experiments.evaluation;

import io.tradinggym.experiments.statistics.seeds.Interval;
import java.util.List;

/**
 * What one contender achieved.
 *
 * @param name of the contender
 * @param scores one row per seed that was trained (a control has one row), one score per path: total return where the
 *     environment trades, sum of rewards elsewhere
 * @param headline interquartile mean of all scores, with its interval
 * @param episodes by seed and path, in the order of the scores
 */
@SuppressWarnings("ArrayRecordComponent") // A record of measurements, never compared.
public record Standing(
    String name, double[][] scores, Interval headline, List<List<Trajectory>> episodes) {}
