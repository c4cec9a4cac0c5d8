package io.tradinggym.data.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.trades.Trade;
import io.tradinggym.data.trades.TradeTape;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlowSeriesTest {
  private static final int TRADES = 60;

  private static int side(int i) {
    return i * i % 7 < 4 ? 1 : -1;
  }

  private static double quantity(int i) {
    return 1 + i % 5;
  }

  /** The tape that sees all trades at once is the oracle. */
  @Test
  void vpinIsThatOfTheTape() {
    FlowSeries flow = new FlowSeries(1, 7, 10);
    for (int i = 0; i < TRADES; i++) {
      flow.trade(i, new Trade(i, i, 100, quantity(i), side(i)));
    }
    TradeTape tape =
        new TradeTape(
            IntStream.range(0, TRADES).mapToDouble(i -> 100).toArray(),
            IntStream.range(0, TRADES).mapToDouble(FlowSeriesTest::quantity).toArray(),
            IntStream.range(0, TRADES).map(FlowSeriesTest::side).toArray());
    assertThat(Objects.requireNonNull(flow.series().get("vpin")).at(TRADES))
        .isCloseTo(tape.vpin(7, 10), within(1e-12));
  }

  private static StreamLine line(long at, StreamLine.Kind kind, String body) {
    return new StreamLine(at, kind, body);
  }

  private static String depth(int id, String bid, String ask) {
    return """
    {"e":"depthUpdate","E":1,"U":%d,"u":%d,"b":[%s],"a":[%s]}\
    """
        .formatted(id, id, bid, ask);
  }

  @Test
  void orderFlowIsSummedWhileTheBookIsKnown() throws CollectException {
    FlowSeries flow = new FlowSeries(1, 7, 10);
    BinanceFeed feed = new BinanceFeed(flow);
    String snapshot = "{\"lastUpdateId\":%d,\"bids\":[[\"99\",\"%d\"]],\"asks\":[[\"101\",\"2\"]]}";
    feed.accept(line(10, StreamLine.Kind.OPEN, ""));
    feed.accept(line(11, StreamLine.Kind.MESSAGE, depth(5, "", "")));
    feed.accept(line(12, StreamLine.Kind.SNAPSHOT, snapshot.formatted(5, 2)));
    feed.accept(line(13, StreamLine.Kind.MESSAGE, depth(6, "[\"99\",\"5\"]", "")));
    feed.accept(line(14, StreamLine.Kind.MESSAGE, depth(7, "", "[\"100\",\"4\"]")));
    feed.accept(line(15, StreamLine.Kind.MESSAGE, depth(9, "", "")));
    feed.accept(line(16, StreamLine.Kind.SNAPSHOT, snapshot.formatted(9, 50)));
    feed.accept(line(17, StreamLine.Kind.MESSAGE, depth(10, "[\"99\",\"51\"]", "")));
    Map<String, KnownSeries> series = flow.series();
    KnownSeries sum = Objects.requireNonNull(series.get("order_flow"));
    assertThat(sum.at(12)).isZero();
    assertThat(sum.at(13)).as("3 came to the bid").isEqualTo(3);
    assertThat(sum.at(14)).as("4 came to the ask at a better price").isEqualTo(-1);
    assertThat(sum.at(16)).as("what came while the book was lost is not known").isEqualTo(-1);
    assertThat(sum.at(17)).isZero();
    assertThat(Objects.requireNonNull(series.get("microprice")).at(13))
        .as("5 on the bid against 2: nearer the ask")
        .isCloseTo((99 * 2 + 101 * 5) / 7.0 / 100 - 1, within(1e-15));
  }

  @Test
  void whatIsNoMessageOfBinanceEndsTyped() {
    for (String body :
        new String[] {
          "{\"e\":\"aggTrade\",\"a\":1,\"p\":\"x\",\"q\":\"1\",\"T\":1,\"m\":true}",
          "{\"e\":\"aggTrade\",\"a\":1}",
          "{\"e\":\"depthUpdate\",\"E\":1,\"U\":5,\"u\":4,\"b\":[],\"a\":[]}",
          "{\"e\":\"depthUpdate\",\"E\":1,\"U\":5,\"u\":6,\"b\":[[\"-1\",\"2\"]],\"a\":[]}",
          "{\"cut\":"
        }) {
      assertThatThrownBy(
              () ->
                  new BinanceFeed(new FeedListener() {})
                      .accept(line(1, StreamLine.Kind.MESSAGE, body)))
          .as(body)
          .isInstanceOfSatisfying(
              CollectException.class,
              e -> assertThat(e.kind()).isEqualTo(CollectException.Kind.SCHEMA));
    }
  }
}
