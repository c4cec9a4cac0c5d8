package io.tradinggym.explain.synthesis;

/**
 * Where to enter, and where to leave again; prices in the security's currency, rising for a purchase from stop over
 * entry to target, falling for a short sale.
 *
 * @param name of the pattern, such as {@code pullback to the 21-day average}
 * @param entry price to open at, &gt; 0
 * @param target price to take the profit at, &gt; 0
 * @param stop price to give up at, &gt; 0
 */
public record Setup(String name, double entry, double target, double stop) {}
