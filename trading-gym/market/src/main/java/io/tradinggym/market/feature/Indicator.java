package io.tradinggym.market.feature;

import java.util.function.Supplier;

/** A feature from its parts. */
record Indicator(String name, int warmUp, Supplier<State> states) implements Feature {
  @Override
  public State create() {
    return states.get();
  }
}
