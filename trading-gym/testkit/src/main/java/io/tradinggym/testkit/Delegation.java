package io.tradinggym.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.market.calendar.Forex;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.data.Purpose;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether bars or a market that stand in front of others say all that those say: quotes, dividends and splits, marks
 * and funding, departures, zone and currency. Every method is asked, those too that have a default, so that a method
 * which comes later and is not passed on is noticed.
 */
public final class Delegation {
  /** Answers lie in so wide a range that two of them are hardly ever the same. */
  private static final int RANGE = 1_000_003;

  private static final Forex CALENDAR = new Forex();

  private Delegation() {}

  /**
   * {@return bars whose every number is another one, with a bid and an ask side of their own}
   *
   * @param assets number of assets, &gt;= 1
   * @param length number of bars, &gt;= 1
   */
  public static Bars bars(int assets, int length) {
    Bars asks = side("asks", assets, length, null, null);
    Bars bids = side("bids", assets, length, null, null);
    return side("bars", assets, length, asks, bids);
  }

  private static Bars side(
      String name, int assets, int length, @Nullable Bars asks, @Nullable Bars bids) {
    return (Bars)
        Proxy.newProxyInstance(
            Bars.class.getClassLoader(),
            new Class<?>[] {Bars.class},
            (self, method, given) -> {
              Object[] arguments = given == null ? new Object[0] : given;
              return switch (method.getName()) {
                case "assets" -> assets;
                case "length" -> length;
                case "asks" -> asks == null ? self : asks;
                case "bids" -> bids == null ? self : bids;
                case "equals" -> self == arguments[0];
                case "hashCode" -> name.hashCode();
                case "toString" -> name;
                default -> answer(name, method, arguments);
              };
            });
  }

  private static Object answer(String name, Method method, Object[] arguments) {
    if (method.getReturnType() == boolean.class) {
      return true;
    }
    int number =
        2 + Math.floorMod((name + method.getName() + Arrays.toString(arguments)).hashCode(), RANGE);
    return method.getReturnType() == long.class ? (Object) (long) number : (Object) number;
  }

  /**
   * {@return a market of shares that answers nothing as a market does by default}
   *
   * @param bars what its tape shows
   */
  public static Market market(Bars bars) {
    List<Instrument> shares =
        IntStream.range(0, bars.assets())
            .<Instrument>mapToObj(asset -> Equity.adjusted("TELL" + asset))
            .toList();
    return (Market)
        Proxy.newProxyInstance(
            Market.class.getClassLoader(),
            new Class<?>[] {Market.class},
            (self, method, given) ->
                switch (method.getName()) {
                  case "instruments" -> shares;
                  case "assets" -> shares.size();
                  case "barsPerYear" -> 1234.5;
                  case "tape" -> tape(bars);
                  case "fingerprint", "toString" -> "telling";
                  case "forEpisodes" -> self;
                  case "kind" -> MarketKind.LIVE;
                  case "purpose" -> Purpose.VALIDATION;
                  case "calendar" -> CALENDAR;
                  case "zone" -> ZoneId.of("Asia/Tokyo");
                  case "currency" -> new Currency("CHF");
                  case "repairs" -> List.of("a line");
                  case "quoted", "pricesAsPrinted" -> true;
                  case "equals" -> self == given[0];
                  case "hashCode" -> 1;
                  default ->
                      throw new AssertionError(
                          "a method that this contract does not know yet: " + method);
                });
  }

  private static MarketTape tape(Bars bars) {
    return (MarketTape)
        Proxy.newProxyInstance(
            MarketTape.class.getClassLoader(),
            new Class<?>[] {MarketTape.class},
            (self, method, given) ->
                switch (method.getName()) {
                  case "bars" -> bars;
                  case "firstDecision" -> 3;
                  default -> null;
                });
  }

  /**
   * Asks both for everything, of every asset and bar, and of the sides of bid and ask.
   *
   * @param front bars that stand in front
   * @param whole of {@link #bars(int, int)}
   * @param asset gives the index in the whole of an asset of the front
   * @param but names of methods that the front answers by itself, beside the number of assets and the sides
   */
  public static void assertPassesOn(Bars front, Bars whole, IntUnaryOperator asset, String... but) {
    assertSame(front, whole, asset, but);
    assertThat(front.asks()).as("a side of its own").isNotSameAs(front);
    assertThat(front.bids()).as("a side of its own").isNotSameAs(front);
    assertSame(front.asks(), whole.asks(), asset, but);
    assertSame(front.bids(), whole.bids(), asset, but);
  }

  private static void assertSame(Bars front, Bars whole, IntUnaryOperator asset, String... but) {
    Set<String> own = Set.of(but);
    for (Method method : Bars.class.getMethods()) {
      boolean sides = method.getReturnType() == Bars.class;
      if (sides || own.contains(method.getName()) || method.getName().equals("assets")) {
        continue;
      }
      for (int bar = 0; bar < front.length(); bar++) {
        for (int place = 0; place < front.assets(); place++) {
          Object[] here =
              switch (method.getParameterCount()) {
                case 0 -> new Object[0];
                case 1 -> new Object[] {method.getName().equals("closeTime") ? bar : place};
                default -> new Object[] {place, bar};
              };
          Object[] there = here.clone();
          if (here.length > 0 && !method.getName().equals("closeTime")) {
            there[0] = asset.applyAsInt(place);
          }
          assertThat(call(method, front, here))
              .as(whole + "." + method.getName() + Arrays.toString(here))
              .isEqualTo(call(method, whole, there));
        }
      }
    }
  }

  /**
   * Asks both for all that a market says of itself, but for its instruments, tape and fingerprint.
   *
   * @param front market that stands in front
   * @param whole of {@link #market(Bars)}
   * @param but names of methods that the front answers by itself
   */
  public static void assertPassesOn(Market front, Market whole, String... but) {
    Set<String> own = Set.of(but);
    for (Method method : Market.class.getMethods()) {
      boolean asked =
          method.getParameterCount() == 0
              && !Modifier.isStatic(method.getModifiers())
              && !Set.of("instruments", "assets", "tape", "fingerprint").contains(method.getName());
      if (asked && !own.contains(method.getName())) {
        assertThat(call(method, front)).as(method.getName()).isEqualTo(call(method, whole));
      }
    }
  }

  private static Object call(Method method, Object of, Object... arguments) {
    try {
      return method.invoke(of, arguments);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(method + " failed", e);
    }
  }
}
