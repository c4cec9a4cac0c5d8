package io.tradinggym.data.provider;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.series.PriceBars;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks one provider after the other until one has bars.
 *
 * @param order providers, the first one first; at least one
 */
public record DailyBars(List<BarProvider> order) implements BarProvider {
  /** Checks that there is one. */
  public DailyBars {
    order = List.copyOf(order);
    if (order.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one provider");
    }
  }

  @Override
  public String name() {
    return String.join(", ", order.stream().map(BarProvider::name).toList());
  }

  /**
   * The first answer with bars; it says who gave it.
   *
   * @throws CollectException of the last, with what all said
   */
  @Override
  public Collected<PriceBars> daily(String ticker, LocalDate from, LocalDate to)
      throws CollectException {
    List<String> said = new ArrayList<>();
    Kind kind = Kind.NOT_FOUND;
    for (BarProvider provider : order) {
      try {
        Collected<PriceBars> bars = provider.daily(ticker, from, to);
        if (bars.value().size() > 0) {
          return bars;
        }
        said.add(provider.name() + " has no bars");
      } catch (CollectException e) {
        kind = e.kind();
        said.add(String.valueOf(e.getMessage()));
      }
    }
    throw new CollectException(kind, name(), ticker + ": " + String.join("; ", said));
  }
}
