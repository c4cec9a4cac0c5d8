package io.tradinggym.market.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import io.tradinggym.market.instrument.InversePerpetual;
import io.tradinggym.market.instrument.OptionContract;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.market.instrument.OptionContract.Settlement;
import io.tradinggym.market.instrument.OptionContract.Style;
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.market.instrument.SpotPair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Instruments that come and go. */
class ListingTest {
  private static final Currency BTC = new Currency("BTC");
  private static final Equity OTHER = new Equity("XYZ", Currency.USD, 10_000, 100);
  private static final int SLOTS = 7;

  /** A share with options on it, another one with an option, coins. */
  private static final List<Instrument> COMERS =
      List.of(
          contract(Right.CALL, 9_500, World.STOCK),
          contract(Right.CALL, 10_500, World.STOCK),
          contract(Right.PUT, 9_000, World.STOCK),
          OTHER,
          contract(Right.PUT, 1_000_000, OTHER),
          new SpotPair("BTC/USD", BTC, Currency.USD, 1_000_000, 1_000),
          new Perpetual("PERP", BTC, Currency.USD, 1_000_000, 10));

  private static OptionContract contract(Right right, long strike, Instrument underlying) {
    return new OptionContract(
        underlying.symbol() + " " + right + " " + strike,
        underlying,
        right,
        Style.AMERICAN,
        Settlement.PHYSICAL,
        strike,
        86_400_000L * 20_000,
        Money.UNITS / 100,
        100);
  }

  private static Account slots(MarginModel margin) {
    Account account = new Account(List.of(World.STOCK), Currency.USD, margin, SLOTS);
    account.reset(Money.of("1000000"));
    return account;
  }

  /** Listed only while it is held, at whatever slot is free, everything comes out as if it had always been there. */
  @Property(tries = 300)
  void comingAndGoingChangesNoMoney(@ForAll long seed) {
    List<Instrument> all = new ArrayList<>(List.of(World.STOCK));
    all.addAll(COMERS);
    Account fixed = new Account(all, Currency.USD, new RegT());
    fixed.reset(Money.of("1000000"));
    Account account = slots(new RegT());
    RandomStream random = RandomStreams.of(seed).stream("events");
    int[] slot = new int[all.size()];
    Arrays.fill(slot, -1);
    slot[0] = 0;
    for (int i = 0; i < 60; i++) {
      int asset = random.integer(all.size());
      long ticks = asset == 4 ? 900_000L + random.integer(200_000) : 9_000L + random.integer(2_000);
      if (slot[asset] < 0 && (asset != 5 || slot[4] >= 0)) {
        slot[asset] = account.list(all.get(asset));
      }
      if (slot[asset] >= 0) {
        long lots = random.bernoulli(0.3) ? -fixed.lots(asset) : random.integer(41) - 20L;
        long after = fixed.lots(asset) + lots;
        fixed.mark(asset, ticks);
        account.mark(slot[asset], ticks);
        long fee = random.integer(1_000);
        assertThat(account.affords(slot[asset], after, fee))
            .isEqualTo(fixed.affords(asset, after, fee));
        fixed.trade(asset, lots, ticks, fee, 3);
        account.trade(slot[asset], lots, ticks, fee, 3);
      }
      for (int comer = all.size() - 1; comer > 0; comer--) {
        boolean needed = comer == 4 && slot[5] >= 0;
        if (slot[comer] >= 0 && fixed.lots(comer) == 0 && !needed && random.bernoulli(0.5)) {
          account.delist(slot[comer]);
          slot[comer] = -1;
        }
      }
      account.verify();
      assertThat(account.equity()).isEqualTo(fixed.equity());
      assertThat(account.cash()).isEqualTo(fixed.cash());
      assertThat(account.gross()).isEqualTo(fixed.gross());
      assertThat(account.initialMargin()).isEqualTo(fixed.initialMargin());
      assertThat(account.maintenanceMargin()).isEqualTo(fixed.maintenanceMargin());
    }
    Account copy = slots(new RegT());
    copy.copy(account);
    Account read = restored(account, slots(new RegT()));
    for (Account same : List.of(copy, read)) {
      same.verify();
      assertThat(same.equity()).isEqualTo(account.equity());
      assertThat(same.maintenanceMargin()).isEqualTo(account.maintenanceMargin());
      for (int asset = 0; asset < account.assets(); asset++) {
        assertThat(same.listed(asset)).isEqualTo(account.listed(asset));
        assertThat(same.lots(asset)).isEqualTo(account.lots(asset));
        if (same.listed(asset)) {
          assertThat(same.instrument(asset)).isEqualTo(account.instrument(asset));
          assertThat(same.underlying(asset)).isEqualTo(account.underlying(asset));
          assertThat(same.options().count(asset)).isEqualTo(account.options().count(asset));
        }
      }
    }
  }

  private static Account restored(Account account, Account into) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      account.save(new DataOutputStream(bytes));
      into.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      return into;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void shouldUseAFreedSlotAgain() {
    Account account = slots(new CashOnly());
    int share = account.list(OTHER);
    int put = account.list(COMERS.get(4));
    assertThat(List.of(share, put)).containsExactly(1, 2);
    assertThat(account.options().get(share, 0)).isEqualTo(put);
    account.mark(put, 700);
    assertThatThrownBy(() -> account.delist(share))
        .hasMessage("XYZ has 1 options listed on it and must stay");
    account.delist(put);
    assertThat(account.listed(put)).isFalse();
    assertThat(account.options().count(share)).isZero();
    assertThat(account.list(COMERS.get(0))).isEqualTo(2);
    assertThat(account.mark(2)).as("nothing is left of the one before").isZero();
    assertThat(account.underlying(2)).isZero();
  }

  @Test
  void shouldListAContractByItsTerms() {
    Account account = slots(new CashOnly());
    OptionTerms terms = new OptionTerms().of(Right.PUT, 10_250, 86_400_000L * 20_000);
    int put = account.list(0, terms);
    assertThat(account.instrument(put))
        .isEqualTo(
            new OptionContract(
                "SPY 2024-10-04 P 102.5",
                World.STOCK,
                Right.PUT,
                Style.AMERICAN,
                Settlement.PHYSICAL,
                10_250,
                86_400_000L * 20_000,
                1_000_000,
                100));
    assertThat(account.options().find(0, Right.PUT, 10_250, 86_400_000L * 20_000)).isEqualTo(put);
    assertThat(account.options().find(0, Right.CALL, 10_250, 86_400_000L * 20_000)).isEqualTo(-1);
    assertThat(account.options().find(0, Right.PUT, 10_250, 86_400_000L)).isEqualTo(-1);
    assertThat(account.options().intrinsic(put, 10_000)).isEqualTo(Money.of("250"));
    account.trade(put, 3, 400, 0, 0);
    assertThat(account.cash()).isEqualTo(Money.of("998800"));
    Account again = restored(account, slots(new CashOnly()));
    assertThat(again.instrument(put)).isEqualTo(account.instrument(put));
    assertThat(again.equity()).isEqualTo(account.equity());
  }

  @Test
  void shouldRefuseWhatCannotBeListedOrTakenOut() {
    Account account = slots(new CashOnly());
    assertThatThrownBy(() -> account.list(World.ALL.get(World.FOREIGN)))
        .hasMessage("SAP is paid in EUR, the account knows [USD]");
    assertThatThrownBy(() -> account.list(COMERS.get(4)))
        .hasMessageContaining("must be listed before it");
    assertThatThrownBy(
            () -> account.list(new InversePerpetual("I", Currency.USD, BTC, Money.UNITS, 1)))
        .hasMessageContaining("is inverse");
    assertThatThrownBy(() -> account.delist(0)).hasMessageContaining("there from the start");
    assertThatThrownBy(() -> account.delist(3)).hasMessage("nothing is listed in slot 3");
    assertThatThrownBy(() -> account.instrument(3)).hasMessage("nothing is listed in slot 3");
    int call = account.list(COMERS.getFirst());
    account.trade(call, 1, 100, 0, 0);
    assertThatThrownBy(() -> account.delist(call)).hasMessageContaining("while 1 lots are held");
    assertThatThrownBy(() -> account.list(call, new OptionTerms().of(Right.CALL, 1, 1)))
        .hasMessageContaining("nothing that options are written on");
    assertThatThrownBy(() -> account.list(0, new OptionTerms().of(Right.CALL, 0, 1)))
        .hasMessageContaining("must be > 0");
    for (int i = 1; i < SLOTS; i++) {
      account.list(COMERS.get(1));
    }
    assertThatThrownBy(() -> account.list(COMERS.get(1)))
        .hasMessage("all 7 slots for instruments that come and go are taken");
    account.reset(0);
    assertThat(account.listed(1)).as("a new life begins with empty slots").isFalse();
    assertThatThrownBy(() -> account.copy(World.account(0)))
        .hasMessageContaining("no copies of each other");
  }

  @Test
  void shouldForgetTheMarginOfAPerpetualThatLeaves() {
    Account account = slots(FlatMargin.leverage(10));
    int perpetual = account.list(COMERS.getLast());
    account.isolation().set(perpetual, true);
    account.isolation().leverage(perpetual, 3);
    account.delist(perpetual);
    assertThat(account.list(COMERS.getLast())).isEqualTo(perpetual);
    assertThat(account.isolation().on(perpetual)).isFalse();
    assertThat(account.isolation().leverage(perpetual)).isZero();
  }
}
