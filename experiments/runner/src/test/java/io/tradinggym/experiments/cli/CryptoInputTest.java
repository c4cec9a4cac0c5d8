package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs on hours of a coin: funding and fees are told, what is wrong is named, and nothing is left behind. */
class CryptoInputTest {
  private static final long HOUR = 3_600_000L;
  private static final long START = 1_672_531_200_000L;
  private static final int BARS = 1_200;
  private static final int LINE = 500;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeGoodFiles() throws IOException {
    write("BTCUSDT_1h.csv", bars());
    write("BTCUSDT_funding.csv", rates());
  }

  private void write(String name, List<String> lines) throws IOException {
    Files.write(folder.resolve(name), lines);
  }

  private static List<String> bars() {
    List<String> lines = new ArrayList<>(List.of("timestamp,open,high,low,close,volume"));
    for (int i = 0; i < BARS; i++) {
      double price = 20_000 * (1 + 0.05 * Math.sin(i / 20.0));
      lines.add(
          String.format(
              Locale.ROOT,
              "%d,%.1f,%.1f,%.1f,%.1f,500",
              START + i * HOUR,
              price,
              price + 20,
              price - 20,
              price));
    }
    return lines;
  }

  private static List<String> rates() {
    List<String> lines = new ArrayList<>(List.of("timestamp,funding_rate"));
    for (int i = 1; i <= BARS / 8; i++) {
      lines.add(START + 8L * i * HOUR + ",0.0003");
    }
    return lines;
  }

  private Cli quickstart(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "quickstart",
                "--env",
                "CryptoPerp-v1",
                "--data",
                folder.toString(),
                "--out",
                folder.resolve("out").toString()));
    for (String set :
        List.of(
            "algorithm.steps=600",
            "algorithm.rolloutSteps=16",
            "environment.lanes=2",
            "environment.options.episode=40",
            "seeds=2",
            "algorithm.hidden=[8]")) {
      args.addAll(List.of("--set", set));
    }
    args.addAll(Arrays.asList(more));
    return Cli.run(args.toArray(String[]::new));
  }

  private void refuses(String expected, String... more) {
    Cli cli = quickstart(more);
    assertThat(cli.code()).as(cli.err()).isEqualTo(2);
    assertThat(cli.err()).startsWith("error: ").contains(expected).doesNotContain("\tat ");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void itemisesFundingAndFeesInTheReport() throws IOException {
    Cli cli = quickstart("--test", "2023-02-10:2023-02-19");
    assertThat(cli.code()).as(cli.err()).isZero();
    assertThat(cli.out()).contains("BTCUSDT_1h.csv", "BTCUSDT_funding.csv", "2023-02-10");
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .contains("Funding, less received", "Commissions and fees");
    assertThat(Files.readString(folder.resolve("out/report.json"))).contains("funding");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gap       | BTCUSDT_1h.csv:501: 1 bars missing
          duplicate | BTCUSDT_1h.csv:502: 2023-01-21T19:00:00Z stood before, in line 501
          order     | BTCUSDT_1h.csv:502: 2023-01-21T19:00:00Z stands after 2023-01-21T20:00:00Z
          stamps    | BTCUSDT_funding.csv:51: 2 funding stamps missing
          percent   | as if they were percent
          """)
  void namesWhatIsWrongWhetherAFileWasChosenOrNot(String defect, String expected)
      throws IOException {
    List<String> bars = bars();
    List<String> rates = rates();
    String good = bars.get(LINE);
    switch (defect) {
      case "gap" -> bars.remove(LINE);
      case "duplicate" -> bars.add(LINE, good);
      case "order" -> {
        bars.set(LINE, bars.get(LINE + 1));
        bars.set(LINE + 1, good);
      }
      case "stamps" -> rates.subList(50, 52).clear();
      default -> rates.replaceAll(line -> line.replace("0.0003", "0.03"));
    }
    write("BTCUSDT_1h.csv", bars);
    write("BTCUSDT_funding.csv", rates);
    refuses(expected);
    refuses(expected, "--file", "BTCUSDT_1h", "--funding", "BTCUSDT_funding");
  }

  @Test
  void repairsWhatIsWrongIfAsked() throws IOException {
    List<String> bars = bars();
    bars.subList(LINE, LINE + 3).clear();
    write("BTCUSDT_1h.csv", bars);
    refuses("3 bars missing", "--file", "BTCUSDT_1h");
    Cli cli = quickstart("--file", "BTCUSDT_1h", "--repair");
    assertThat(cli.code()).as(cli.err()).isZero();
    String told = "BTCUSDT_1h.csv:501: 3 bars missing";
    assertThat(cli.out()).contains("repaired: " + told);
    assertThat(Files.readString(folder.resolve("out/manifest.json")))
        .contains("data_repaired", told);
    assertThat(Files.readString(folder.resolve("out/report.html")))
        .contains("; 1 defect of the files repaired");
  }

  @Test
  void namesFilesAndRangesThatAreNotThere() {
    refuses("no file \"DOGE\"", "--file", "DOGE");
    refuses("no file \"DOGE_funding\"", "--funding", "DOGE_funding");
    refuses("the train range 2020-01-01 to 2020-12-31 holds 0 bars", "--train", "2020:2020");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leverage=126 | option leverage must be in [0.01, 125.0], was 126.0
          levels=1     | environment CryptoPerp-v1: option levels must be in 2 .. 1001, was 1
          margin=none  | "none" is not one of [cross, isolated]
          cash=0       | option cash must be > 0 and at most 1e9, was 0.0
          taker=0.2    | option taker must be in [0.0, 0.1], was 0.2
          """)
  void namesTheOptionThatIsWrong(String option, String expected) {
    refuses(expected, "--set", "environment.options." + option);
  }
}
