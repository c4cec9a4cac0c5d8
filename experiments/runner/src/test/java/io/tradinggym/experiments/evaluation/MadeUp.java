package io.tradinggym.experiments.evaluation;

import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.TradingView;
import io.tradinggym.api.space.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Specifications of environments that tests make up, of which nothing but their reports counts. */
public final class MadeUp {
  private MadeUp() {}

  /** One that reports these and does not trade. */
  public static EnvironmentSpec reporting(List<InfoField> fields) {
    return spec(fields).build();
  }

  /**
   * One that trades one instrument.
   *
   * @param name of the instrument
   * @param fields with an {@code equity}, and {@code time}, {@code weight_0} and {@code price_0} if it has them
   */
  public static EnvironmentSpec trading(String name, List<InfoField> fields) {
    InfoField time = named(fields, "time");
    InfoField weight = named(fields, "weight_0");
    InfoField price = named(fields, "price_0");
    TradingView view =
        new TradingView(
            List.of(name),
            "USD",
            252,
            true,
            "anything",
            null,
            List.of(),
            new TradingView.Fields(
                fields.stream().filter(f -> f.name().equals("equity")).findFirst().orElseThrow(),
                time,
                List.of(),
                weight == null ? List.of() : List.of(weight),
                price == null ? List.of() : List.of(price)),
            List.of());
    return spec(fields).trading(view).build();
  }

  private static EnvironmentSpec.Builder spec(List<InfoField> fields) {
    return EnvironmentSpec.of("Ledger-v0")
        .observation(Box.of(0, 1, 1))
        .action(Box.of(0, 1, 1))
        .info(fields);
  }

  private static @Nullable InfoField named(List<InfoField> fields, String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst().orElse(null);
  }
}
