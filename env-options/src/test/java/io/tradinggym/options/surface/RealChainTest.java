package io.tradinggym.options.surface;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.options.pricing.BlackScholes;
import io.tradinggym.options.pricing.ImpliedVolatility;
import io.tradinggym.options.pricing.OptionType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A listed chain (bid and ask by strike, all expiries of one day) through implied volatility and calibration. */
@EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
class RealChainTest {
  private static final LocalDate DAY = LocalDate.of(2021, 11, 22);
  private static final double RELATIVE_SPREAD = 0.25;

  /** Root mean square of the fit, in volatility. */
  private static final double GOOD_FIT = 0.0025;

  private record Quote(double bid, double ask) {
    double mid() {
      return 0.5 * (bid + ask);
    }

    boolean isTight() {
      return bid > 0 && ask > bid && ask - bid < RELATIVE_SPREAD * mid();
    }
  }

  @Test
  void everyExpiryOfAListedChainFitsToAQuarterOfAVolatilityPoint() throws IOException {
    Map<LocalDate, Map<Double, Quote[]>> chain = read();
    List<SviFit> fits = new ArrayList<>();
    chain.forEach(
        (expiry, strikes) -> {
          double years = ChronoUnit.DAYS.between(DAY, expiry) / 365.0;
          if (years > 0.03 && years < 1.2) {
            fit(strikes, years, fits);
          }
        });
    assertThat(fits).hasSize(12).allMatch(fit -> fit.butterfly().holds());
  }

  private static void fit(Map<Double, Quote[]> strikes, double years, List<SviFit> fits) {
    double forward = forward(strikes);
    List<double[]> points = new ArrayList<>();
    strikes.forEach(
        (strike, pair) -> {
          OptionType type = strike >= forward ? OptionType.CALL : OptionType.PUT;
          Quote quote = pair[type == OptionType.CALL ? 0 : 1];
          if (quote != null && quote.isTight()) {
            ImpliedVolatility implied =
                ImpliedVolatility.of(type, quote.mid(), forward, strike, years, 0, 0);
            assertThat(implied.outcome()).isEqualTo(ImpliedVolatility.Outcome.OK);
            double v = implied.volatility();
            double weight =
                BlackScholes.vega(forward, strike, years, 0, 0, v) / (quote.ask() - quote.bid());
            points.add(new double[] {Math.log(strike / forward), v * v * years, weight * weight});
          }
        });
    if (points.size() < 15) {
      return;
    }
    SviFit fit = SviFit.of(column(points, 0), column(points, 1), column(points, 2));
    double squares = 0;
    double weights = 0;
    for (double[] point : points) {
      double gap = fit.smile().volatility(point[0], years) - Math.sqrt(point[1] / years);
      squares += point[2] * gap * gap;
      weights += point[2];
    }
    assertThat(Math.sqrt(squares / weights))
        .as("%d quotes, %s years", points.size(), years)
        .isLessThan(GOOD_FIT);
    assertThat(fit.smile().wing()).isLessThanOrEqualTo(SviSlice.LEE);
    fits.add(fit);
  }

  /** By put-call parity at the strike where call and put cost most nearly the same. */
  private static double forward(Map<Double, Quote[]> strikes) {
    double best = Double.POSITIVE_INFINITY;
    double forward = Double.NaN;
    for (Map.Entry<Double, Quote[]> entry : strikes.entrySet()) {
      Quote[] pair = entry.getValue();
      if (pair[0] != null && pair[1] != null) {
        double difference = pair[0].mid() - pair[1].mid();
        if (Math.abs(difference) < best) {
          best = Math.abs(difference);
          forward = entry.getKey() + difference;
        }
      }
    }
    return forward;
  }

  private static double[] column(List<double[]> rows, int index) {
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }

  private static Map<LocalDate, Map<Double, Quote[]>> read() throws IOException {
    Map<LocalDate, Map<Double, Quote[]>> chain = new TreeMap<>();
    List<String> lines =
        Files.readAllLines(
            Path.of(System.getenv("TRADING_GYM_DATA"), "options", "MSFT_chain_20211122.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cell = line.split(",", -1);
      Quote quote = new Quote(Double.parseDouble(cell[2]), Double.parseDouble(cell[3]));
      chain.computeIfAbsent(LocalDate.parse(cell[4]), date -> new TreeMap<>())
              .computeIfAbsent(Double.parseDouble(cell[1]), strike -> new Quote[2])[
              cell[0].equals("call") ? 0 : 1] =
          quote;
    }
    return chain;
  }
}
