package io.tradinggym.market.process;

import io.tradinggym.market.data.Market;
import java.util.Set;

/** A JAR's markets by name, found through {@link java.util.ServiceLoader}; {@link Markets#named} asks it. */
public interface MarketProvider {
  /** {@return what names may begin with: {@code mine} stands for {@code mine} and {@code mine:ANYTHING}} */
  Set<String> names();

  /**
   * {@return the market of a name}
   *
   * @param name one of {@link #names}
   * @param rest what follows the first colon, empty without one
   * @throws IllegalArgumentException naming what would be right
   */
  Market market(String name, String rest);
}
