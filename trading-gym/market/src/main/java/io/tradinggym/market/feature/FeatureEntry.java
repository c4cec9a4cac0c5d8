package io.tradinggym.market.feature;

import java.util.OptionalInt;

/**
 * A feature in a list of what can be named.
 *
 * @param name as it is written, parameters with their defaults: {@code rsi(n=14)}
 * @param formula in one line
 * @param warmUp bars before the first value at the defaults; empty if it depends on what must be given
 * @param unit of the raw number: {@code price}, {@code %}, {@code 0..100}, {@code flag}
 * @param source of the formula
 */
public record FeatureEntry(
    String name, String formula, OptionalInt warmUp, String unit, String source) {}
