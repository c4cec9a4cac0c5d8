package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on files: what is wrong with them is named, and nothing is left behind. */
class DataInputTest {
  private static final int DAYS = 500;
  private static final int BROKEN = 200;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeGoodFiles() throws IOException {
    write("AAA", bars(100));
    write("BBB", bars(50));
  }

  private void write(String ticker, List<String> lines) throws IOException {
    Files.write(folder.resolve(ticker + ".csv"), lines);
  }

  /** Weekdays from 2020 on, prices that wave. */
  private static List<String> bars(double level) {
    List<String> lines = new ArrayList<>(List.of("Date,Open,High,Low,Close,Volume"));
    LocalDate day = LocalDate.of(2020, 1, 1);
    for (int i = 0; lines.size() <= DAYS; i++, day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() <= 5) {
        double close = level * (1 + 0.1 * Math.sin(i / 20.0));
        lines.add(
            String.format(
                Locale.ROOT,
                "%s,%.2f,%.2f,%.2f,%.2f,1000000",
                day,
                close,
                close * 1.01,
                close * 0.99,
                close));
      }
    }
    return lines;
  }

  private Cli quickstart(String tickers, String train, String test) {
    return Cli.run(
        "quickstart",
        "--data",
        folder.toString(),
        "--tickers",
        tickers,
        "--train",
        train,
        "--validate",
        "2020-12-01:2021-03-31",
        "--test",
        test,
        "--out",
        folder.resolve("out").toString(),
        "--set",
        "algorithm.steps=600",
        "--set",
        "algorithm.rolloutSteps=16",
        "--set",
        "environment.lanes=2",
        "--set",
        "environment.options.episode=40",
        "--set",
        "seeds=2",
        "--set",
        "algorithm.hidden=[8]");
  }

  private void refuses(String tickers, String train, String test, String... expected) {
    Cli cli = quickstart(tickers, train, test);
    assertThat(cli.code()).as(cli.err()).isEqualTo(2);
    assertThat(cli.err()).startsWith("error: ").contains(expected).doesNotContain("\tat ");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private void refusesTheFile(String... expected) {
    refuses("AAA,BBB", "2020-01:2020-11", "2021-04:2021-11", expected);
  }

  @Test
  void trainsAndJudgesOnFilesAndRecordsThatTheTestWasOpened() throws IOException {
    Cli cli = quickstart("AAA,BBB", "2020-01:2020-11", "2021-04:2021-11");
    assertThat(cli.code()).as(cli.err()).isZero();
    String manifest = Files.readString(folder.resolve("out/manifest.json"));
    assertThat(manifest).contains("\"test_opened\" : 1", "\"data_sha256\"", "2021-04:2021-11");
    assertThat(Cli.run("evaluate", folder.resolve("out").toString()).code()).isZero();
    assertThat(Files.readString(folder.resolve("out/manifest.json")))
        .contains("\"test_opened\" : 2");
  }

  @Test
  void namesABrokenLine() throws IOException {
    List<String> lines = bars(50);
    lines.set(BROKEN, "2020-10-07,51.00,abc,50.00");
    write("BBB", lines);
    refusesTheFile("BBB.csv", String.valueOf(BROKEN + 1));
  }

  @Test
  void namesDatesOutOfOrder() throws IOException {
    List<String> lines = bars(50);
    lines.set(BROKEN, lines.get(BROKEN - 5));
    write("BBB", lines);
    refusesTheFile("BBB.csv");
  }

  @Test
  void namesANegativePrice() throws IOException {
    List<String> lines = bars(50);
    lines.set(BROKEN, lines.get(BROKEN).replaceFirst(",[0-9.]+,", ",-5.00,"));
    write("BBB", lines);
    refusesTheFile("BBB.csv", "-5");
  }

  @Test
  void namesAnEmptyFile() throws IOException {
    Files.writeString(folder.resolve("BBB.csv"), "");
    refusesTheFile("BBB.csv", "holds no bars");
  }

  @Test
  void namesAnUnknownTickerAndThoseThereAre() {
    refuses("AAA,ZZZ", "2020-01:2020-11", "2021-04:2021-11", "\"ZZZ\"", "AAA", "BBB");
  }

  @Test
  void namesAnImpossibleRange() {
    refuses("AAA", "2020-11:2020-01", "2021-04:2021-11", "the train range ends before it starts");
    refuses("AAA", "2020-01:2020-11", "2030:2031", "the test range", "bars of the data");
    refuses("AAA", "2020-01:2021-01", "2021-04:2021-11", "the validation range must start after");
    refuses("AAA", "yesterday", "2021-04:2021-11", "the train range must read FROM/TO");
  }

  @Test
  void namesAFolderThatIsMissing() {
    Cli cli =
        Cli.run(
            "quickstart",
            "--data",
            folder.resolve("none").toString(),
            "--tickers",
            "AAA",
            "--train",
            "2020:2020",
            "--validate",
            "2021:2021",
            "--test",
            "2022:2022",
            "--out",
            folder.resolve("out").toString());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("none is no folder");
  }
}
