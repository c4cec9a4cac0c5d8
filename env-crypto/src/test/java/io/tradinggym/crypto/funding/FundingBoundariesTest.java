package io.tradinggym.crypto.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.Entry;
import io.tradinggym.market.account.FlatMargin;
import io.tradinggym.market.instrument.Currency;
import io.tradinggym.market.instrument.Perpetual;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that may just be and those beside them, a stamp between accounts, an average that is kept. */
class FundingBoundariesTest {
  /** Ticks of 0.30, three lots a coin. */
  private static final Perpetual THIRDS =
      new Perpetual("P", new Currency("CC"), Currency.USD, 3 * Money.UNITS / 10, 3);

  private static void refused(Runnable what, String why) {
    assertThatIllegalArgumentException().isThrownBy(what::run).withMessageContaining(why);
  }

  @Test
  void formulasHoldTheirBounds() {
    assertThat(new ClampedPremium(0.0001, 0, 1e-9, 1, true).rate(0)).isZero();
    assertThat(new ClampedPremium(0.0001, 1, 1, 24, true).rate(0)).isCloseTo(3e-4, within(1e-15));
    refused(() -> new ClampedPremium(Double.NaN, 0, 1, 8, true), "interest");
    refused(() -> new ClampedPremium(0, -1e-9, 1, 8, true), "clamp");
    refused(() -> new ClampedPremium(0, 0, 0, 8, true), "cap");
    refused(() -> new ClampedPremium(0, 0, 1, 0, true), "hours");
    refused(() -> new ClampedPremium(0, 0, 1, 25, true), "hours");
    assertThat(new DeadBand(0, 1).rate(0.25)).isEqualTo(0.25);
    refused(() -> new DeadBand(-1e-9, 1), "band");
    refused(() -> new DeadBand(0, 0), "cap");
    assertThat(new FundingStamps(1, 0).after(5)).isEqualTo(6);
    refused(() -> new FundingStamps(0, 0), "interval");
    refused(() -> new FundingStamps(10, -1), "[0, 10)");
    assertThat(PremiumIndex.impactNotional(1)).isEqualTo(200);
    refused(() -> PremiumIndex.impactNotional(0), "leverage");
  }

  /** 3 longs of 1/3, 2/3 and 1 coin, a short one of 2: at 0.1 %, what is paid up and received down is left. */
  @Test
  void aStampTakesWhatRoundingKeepsAndNothingElse() {
    Account[] accounts = new Account[4];
    long[] lots = {1, 2, 3, -6};
    long before = 0;
    for (int i = 0; i < accounts.length; i++) {
      accounts[i] = new Account(List.of(THIRDS), Currency.USD, FlatMargin.leverage(5));
      accounts[i].reset(Money.of("1000"));
      accounts[i].trade(0, lots[i], 334, 0, 0);
      before += accounts[i].cash();
    }
    long kept = FundingRound.settle(accounts, 0, 123_457);
    long after = 0;
    long paid = 0;
    for (int i = 0; i < accounts.length; i++) {
      after += accounts[i].cash();
      paid += accounts[i].balance(0, Entry.FUNDING);
      accounts[i].verify();
    }
    assertThat(kept).isEqualTo(before - after).isEqualTo(paid).isBetween(1L, 4L);
    // A third of a coin at 100.20 pays 33.40 x 0.00123457.
    assertThat(Money.toDouble(accounts[0].balance(0, Entry.FUNDING)))
        .isCloseTo(33.40 * 0.00123457, within(2e-8));
    assertThat(FundingRound.settle(accounts, 0, 0)).isZero();
  }

  @Test
  void anAverageThatIsKeptGoesOnAsItWas() throws IOException {
    PremiumAverage average = new PremiumAverage();
    average.add(0.01);
    average.add(0.04);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    average.save(new DataOutputStream(bytes));
    PremiumAverage again = new PremiumAverage();
    again.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    again.add(0.1);
    assertThat(again.average()).isCloseTo((0.01 + 2 * 0.04 + 3 * 0.1) / 6, within(1e-15));
    assertThat(again.samples()).isEqualTo(3);
    again.reset();
    assertThat(again.average()).isZero();
  }

  /** A position or a rate of nothing pays and receives nothing. */
  @Test
  void nothingPaysNothing() {
    assertThat(DeadBand.received(0, 1_000, 60_000)).isZero();
    assertThat(DeadBand.received(Money.UNITS, 0, 60_000)).isZero();
    assertThat(DeadBand.received(-Money.UNITS, 0, 60_000)).isZero();
    assertThat(DeadBand.received(-Money.UNITS, -100_000, 28_800_000)).isEqualTo(-100_000);
  }
}
