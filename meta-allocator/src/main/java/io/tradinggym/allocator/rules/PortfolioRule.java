package io.tradinggym.allocator.rules;

/** A rule whose {@link #update} takes the price relative of each asset: price after / price before, &gt; 0. */
public interface PortfolioRule extends OnlineRule {}
