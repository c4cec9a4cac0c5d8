package io.tradinggym.explain.synthesis;

import java.util.ArrayList;
import java.util.List;

/**
 * All that a synthesis may know of one security at one time, in blocks. Each value has the time it was known, none of
 * which is later than the context's own: a value of the future is refused when the context is made.
 *
 * @param ticker of the security
 * @param asOf the present of the context, epoch milliseconds
 * @param market price, its range, volume, days to earnings
 * @param signals what the models say
 * @param technical the picture of the chart
 * @param macro rates and volatility of the market
 * @param fundamentals earnings, insiders, analysts, sentiment
 * @param options volatility, best contracts, and the chain that a ticket must come from
 * @param sizing what may be risked
 * @param headlines recent ones, newest first
 */
public record SynthesisContext(
    String ticker,
    long asOf,
    Blocks.Market market,
    Blocks.Signals signals,
    Blocks.Technical technical,
    Blocks.Macro macro,
    Blocks.Fundamentals fundamentals,
    Blocks.Options options,
    Blocks.Sizing sizing,
    List<Headline> headlines) {
  /** Refuses what was not known yet. */
  public SynthesisContext {
    headlines = List.copyOf(headlines);
    for (Fact fact : all(market, signals, technical, macro, fundamentals, options, sizing)) {
      requireKnown(fact.path(), fact.known().knownAt(), asOf);
    }
    for (Headline headline : headlines) {
      requireKnown("headline " + headline.id(), headline.knownAt(), asOf);
    }
  }

  /** {@return every value, in the order of the blocks} */
  public List<Fact> facts() {
    return all(market, signals, technical, macro, fundamentals, options, sizing);
  }

  private static List<Fact> all(Blocks.Block... blocks) {
    List<Fact> facts = new ArrayList<>();
    for (Blocks.Block block : blocks) {
      facts.addAll(block.facts());
    }
    return List.copyOf(facts);
  }

  private static void requireKnown(String what, long knownAt, long asOf) {
    if (knownAt > asOf) {
      throw new IllegalArgumentException(
          what + " is known at " + knownAt + ", after the context's time " + asOf);
    }
  }
}
