package io.tradinggym.experiments.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A real strategy's daily returns, measured here by a second, quadratic or library, implementation. */
@EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
class PyfolioReturnsTest {
  /** Equity and back to returns loses a few units in the last place of 1. */
  private static final double ROUNDING = 1e-9;

  private static List<String> lines() throws IOException {
    Path file =
        Path.of(System.getenv("TRADING_GYM_DATA"), "metrics_ref", "pyfolio_test_returns.csv.gz");
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> Character.isDigit(line.charAt(0))).toList();
    }
  }

  @Test
  void aRealTrackRecordAgreesWithASecondImplementation() throws IOException {
    List<String> lines = lines();
    int n = lines.size();
    long[] times = new long[n + 1];
    double[] equity = new double[n + 1];
    DescriptiveStatistics returns = new DescriptiveStatistics();
    equity[0] = 1;
    for (int i = 0; i < n; i++) {
      String[] fields = lines.get(i).split(",", -1);
      times[i + 1] =
          LocalDate.parse(fields[0].substring(0, 10))
              .atStartOfDay()
              .toInstant(ZoneOffset.UTC)
              .toEpochMilli();
      returns.addValue(Double.parseDouble(fields[1]));
      equity[i + 1] = equity[i] * (1 + Double.parseDouble(fields[1]));
    }
    times[0] = times[1] - 86_400_000;
    double deepest = 0;
    for (int i = 0; i <= n; i++) {
      for (int j = i; j <= n; j++) {
        deepest = Math.min(deepest, equity[j] / equity[i] - 1);
      }
    }
    PerformanceReport report = PerformanceReport.of(TrackRecord.of(times, equity, 252));
    double deviation = returns.getStandardDeviation();
    assertThat(n).isGreaterThan(1000);
    assertThat(report.value("volatility")).isCloseTo(deviation * Math.sqrt(252), within(ROUNDING));
    assertThat(report.value("sharpe"))
        .isCloseTo(returns.getMean() / deviation * Math.sqrt(252), within(ROUNDING));
    assertThat(report.value("max_drawdown")).isCloseTo(deepest, within(ROUNDING));
    assertThat(report.value("expectancy")).isCloseTo(returns.getMean(), within(ROUNDING));
    double years = (times[n] - times[0]) / (365.25 * 86_400_000);
    assertThat(Math.pow(1 + report.value("cagr"), years)).isCloseTo(equity[n], within(ROUNDING));
  }
}
