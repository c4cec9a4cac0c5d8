package io.tradinggym.experiments.collect;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.CollectException.Kind;
import io.tradinggym.data.collect.Fetcher;
import io.tradinggym.data.provider.Collected;
import io.tradinggym.experiments.UserError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who has a datum, in the order in which they are asked. */
public final class Supplies {
  /** One after the other. */
  public static final String AUTO = "auto";

  private final Datum datum;
  private final List<Supply> order;

  private Supplies(Datum datum, List<Supply> order) {
    this.datum = datum;
    this.order = order;
  }

  /**
   * Those of a datum.
   *
   * @param provider its name, or {@value #AUTO}
   * @param datum what is wanted; null for bars, or for what the provider has first
   * @param bases other addresses, by name of the provider; Kaggle's is a folder
   * @throws UserError naming those that there are
   */
  public static Supplies of(
      Fetcher fetcher, String provider, @Nullable Datum datum, Map<String, String> bases) {
    List<Supply> all = all(fetcher, bases);
    boolean auto = provider.equals(AUTO);
    List<Supply> named =
        all.stream().filter(each -> auto || each.provider().equals(provider)).toList();
    if (named.isEmpty()) {
      throw new UserError("no provider \"" + provider + "\"; there are auto, " + names(all));
    }
    Datum wanted = Objects.requireNonNullElse(datum, auto ? Datum.BARS : named.getFirst().datum());
    List<Supply> order =
        named.stream()
            .filter(each -> each.datum() == wanted && (each.automatic() || !auto))
            .toList();
    if (order.isEmpty()) {
      List<Supply> have = all.stream().filter(each -> each.datum() == wanted).toList();
      throw new UserError(provider + " has no " + wanted + "; ask " + names(have));
    }
    return new Supplies(wanted, order);
  }

  private static List<Supply> all(Fetcher fetcher, Map<String, String> bases) {
    return Stream.of(
            BarSupplies.all(fetcher, bases),
            CompanySupplies.all(fetcher, bases),
            MarketSupplies.all(fetcher, bases))
        .flatMap(List::stream)
        .toList();
  }

  private static String names(List<Supply> supplies) {
    return supplies.stream().map(Supply::provider).distinct().collect(Collectors.joining(", "));
  }

  /** {@return what is collected} */
  public Datum datum() {
    return datum;
  }

  /**
   * {@return the files of the first that has any rows; they say who gave them}
   *
   * @param name ticker, pair, series or words
   * @param from first day, included
   * @param to last day, included
   * @throws CollectException of the last, with what all said
   */
  public Collected<List<CollectedFile>> collect(String name, LocalDate from, LocalDate to)
      throws CollectException {
    List<String> said = new ArrayList<>();
    Kind kind = Kind.NOT_FOUND;
    for (Supply supply : order) {
      try {
        Collected<List<CollectedFile>> files = supply.ask().ask(name, from, to);
        if (files.value().stream().anyMatch(file -> file.rows() > 0)) {
          return files;
        }
        said.add(supply.provider() + " has nothing");
      } catch (CollectException e) {
        if (order.size() == 1) {
          throw e;
        }
        kind = e.kind();
        said.add(String.valueOf(e.getMessage()));
      }
    }
    throw new CollectException(kind, names(order), String.join("; ", said));
  }
}
