package io.tradinggym.experiments.statistics.pyfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.statistics.TrackRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Files as pyfolio has them. */
class PyfolioFilesTest {
  private static final double EXACT = 1e-12;

  @TempDir private Path folder;

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void returnsBecomeATrackRecord() throws Exception {
    Path file = file("returns.csv", "date,returns\n2020-01-02,0.01\n2020-01-03,-0.02\n");
    TrackRecord record = PyfolioFiles.returns(file, 252);
    assertThat(record.equity()).containsExactly(new double[] {1, 1.01, 1.01 * 0.98}, within(EXACT));
    assertThat(record.times()[2] - record.times()[1]).isEqualTo(86_400_000);
    Path bare = file("bare.csv", "2020-01-02 00:00:00+00:00,0.01\n");
    assertThat(PyfolioFiles.returns(bare, 252).equity()).hasSize(2);
  }

  @Test
  void positionsHaveEquityAndLeverage() throws Exception {
    Path file =
        file("positions.csv", "index,AAPL,MSFT,cash\n2020-01-02,50,-30,80\n2020-01-03,,,100\n");
    PyfolioFiles.Positions positions = PyfolioFiles.positions(file);
    assertThat(positions.symbols()).containsExactly("AAPL", "MSFT");
    assertThat(positions.equity()).containsExactly(100, 100);
    assertThat(positions.leverage()).containsExactly(0.8, 0);
  }

  @Test
  void transactionsMakeRoundTrips() throws Exception {
    Path file =
        file(
            "transactions.csv",
            """
            date,amount,price,symbol
            2020-01-02T15:00:00Z,10,100,AAPL
            2020-01-03T15:00:00Z,10,110,AAPL
            2020-01-06T15:00:00Z,-15,120,AAPL
            2020-01-07T15:00:00Z,-10,130,AAPL
            2020-01-08T15:00:00Z,5,125,AAPL
            """);
    List<PyfolioFiles.Transaction> all = PyfolioFiles.transactions(file);
    // 10 x 20, 5 x 10, 5 x 20, then 5 sold short at 130 and bought back at 125.
    assertThat(PyfolioFiles.roundTrips(all)).containsExactly(200, 50, 100, 25);
  }

  /** .1 and .2 bought, .3 sold: what doubles leave of the second lot is no trade. And a file need not be in order. */
  @Test
  void fractionsLeaveNothingBehindAndTimesDecide() throws Exception {
    Path file =
        file(
            "coins.csv",
            """
            date,amount,price,symbol
            2020-01-05T00:00:00Z,-0.3,100,"BTC, ""spot"" EUR"
            2020-01-03T00:00:00Z,0.1,100,"BTC, ""spot"" EUR"
            2020-01-04T00:00:00Z,0.2,90,"BTC, ""spot"" EUR"
            2020-01-06T00:00:00Z,-0.3,90,"BTC, ""spot"" EUR"
            2020-01-07T00:00:00Z,0.3,80,"BTC, ""spot"" EUR"
            """);
    List<PyfolioFiles.Transaction> all = PyfolioFiles.transactions(file);
    assertThat(all.getFirst().symbol()).isEqualTo("BTC, \"spot\" EUR");
    assertThat(PyfolioFiles.roundTrips(all)).containsExactly(new double[] {0, 2, 3}, within(EXACT));
  }

  @Test
  void theColumnOfReturnsIsFoundAndPerCentIsTold() throws Exception {
    Path file =
        file("two.csv", "\uFEFF,benchmark,Returns\n2020-01-02,0.5,0.01\n2020-01-03,0.5,nan\n");
    assertThat(PyfolioFiles.returns(file, 252).equity()).containsExactly(1, 1.01, 1.01);
    Path percent = file("percent.csv", "date,returns\n2020-01-02,0.8\n2020-01-03,-1.7\n");
    assertThatThrownBy(() -> PyfolioFiles.returns(percent, 252))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("row 2: \"-1.7\" is not a return")
        .hasMessageContaining("are these per cent?");
  }

  @Test
  void whatIsWrongIsSaidWithItsRow() throws Exception {
    assertThatThrownBy(() -> PyfolioFiles.positions(folder.resolve("none.csv")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none.csv");
    Path bad = file("bad.csv", "date,returns\n2020-01-02,x\n");
    assertThatThrownBy(() -> PyfolioFiles.returns(bad, 252))
        .hasMessageContaining("row 1: \"x\" is not a number");
    Path endless = file("endless.csv", "date,returns\n2020-01-02,Infinity\n");
    assertThatThrownBy(() -> PyfolioFiles.returns(endless, 252))
        .hasMessageContaining("row 1: \"Infinity\" is not a finite number");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("date,returns\n2020-01-02,0.01\n".getBytes(StandardCharsets.UTF_8));
    }
    Path cut = folder.resolve("cut.csv.gz");
    Files.write(cut, Arrays.copyOf(packed.toByteArray(), packed.size() - 12));
    assertThatThrownBy(() -> PyfolioFiles.returns(cut, 252))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot read");
    Path headless = file("headless.csv", "date,amount,price\n2020-01-02,1,1\n");
    assertThatThrownBy(() -> PyfolioFiles.transactions(headless))
        .hasMessageContaining("no column \"symbol\"");
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "TRADING_GYM_DATA", matches = ".+")
  void pyfoliosOwnFilesCanBeRead() {
    Path data = Path.of(System.getenv("TRADING_GYM_DATA"), "metrics_ref");
    assertThat(PyfolioFiles.returns(data.resolve("pyfolio_test_returns.csv.gz"), 252).equity())
        .hasSizeGreaterThan(1000);
    PyfolioFiles.Positions positions =
        PyfolioFiles.positions(data.resolve("pyfolio_test_pos.csv.gz"));
    assertThat(positions.symbols()).isNotEmpty();
    assertThat(DoubleStream.of(positions.equity()).min().orElseThrow()).isPositive();
  }

  /** What is left of a trade is judged by its size: a millionth of a coin is one, a millionth of a million is none. */
  @Test
  void smallAmountsAreTradesAndTheDustOfLargeOnesIsNot() {
    List<PyfolioFiles.Transaction> small =
        List.of(
            new PyfolioFiles.Transaction(0, "X", 1e-6, 100),
            new PyfolioFiles.Transaction(1, "X", 1e-6, 120),
            new PyfolioFiles.Transaction(2, "X", -1.5e-6, 130),
            new PyfolioFiles.Transaction(3, "X", -1e-6, 140),
            new PyfolioFiles.Transaction(4, "X", .5e-6, 130));
    assertThat(PyfolioFiles.roundTrips(small))
        .containsExactly(new double[] {30e-6, 5e-6, 10e-6, 5e-6}, within(1e-15));
    List<PyfolioFiles.Transaction> large =
        List.of(
            new PyfolioFiles.Transaction(0, "X", 1e6 + 1e-7, 100),
            new PyfolioFiles.Transaction(1, "X", -1e6, 101),
            new PyfolioFiles.Transaction(2, "X", -1, 102),
            new PyfolioFiles.Transaction(3, "X", 1, 100));
    assertThat(PyfolioFiles.roundTrips(large)).containsExactly(1e6, 2);
  }

  /** Without names, with lines of nothing in between, and all lost in the end. */
  @Test
  void datesAloneAreNoHeader() throws Exception {
    Path file = file("bare.csv", "2020-01-02,0.5\n\n  \n2020-01-03,-1\n");
    assertThat(PyfolioFiles.returns(file, 252).equity()).containsExactly(1, 1.5, 0);
  }

  @Test
  void aRowThatEndsEarlyHoldsNothingMore() throws Exception {
    Path file = file("short.csv", "index,AAPL,cash\n2020-01-02,50,80\n2020-01-03,70\n");
    assertThat(PyfolioFiles.positions(file).equity()).containsExactly(130, 70);
  }
}
