package io.tradinggym.experiments.bench;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registry;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.ReplayMarket;
import io.tradinggym.market.process.BootstrapMarket;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What trading environments say to random allowed actions, as one hash a setting: observations, masks, rewards, ends
 * and infos of every step, bit for bit. A change of the code that is to change nothing leaves every hash as it was.
 */
public final class Journals {
  /** Steps over all lanes that the published hashes are of. */
  public static final int STEPS = 30_000;

  private static final int LANES = 4;
  private static final long SEED = 7;
  private static final double DAYS = 252;
  private static final int BLOCK = 20;
  private static final int EPISODE = 253;
  private static final int HISTORY = 64;

  private Journals() {}

  /**
   * An environment with some of its options.
   *
   * @param name unique
   * @param id of the environment
   * @param market replayed or drawn from; null for the environment's own
   * @param values options as text, {@code name=value}
   */
  public record Setting(
      String name, String id, @Nullable Supplier<Market> market, List<String> values) {
    private Setting(String name, String id, String... values) {
      this(name, id, null, List.of(values));
    }

    private Setting(String name, String id, Supplier<Market> market, String... values) {
      this(name, id, market, List.of(values));
    }

    private Options options() {
      List<Option<?>> known = Registry.global().get(id).options();
      Options options = Options.NONE;
      for (String value : values) {
        int at = value.indexOf('=');
        options = options.set(known, value.substring(0, at), value.substring(at + 1));
      }
      return market == null ? options : with(options, known, market.get());
    }

    private static Options with(Options options, List<Option<?>> known, Market market) {
      for (Option<?> option : known) {
        if (option.type() == Market.class) {
          @SuppressWarnings("unchecked")
          Option<Market> chosen = (Option<Market>) option;
          return options.set(chosen, market);
        }
      }
      throw new IllegalStateException("no option of type Market among " + known);
    }
  }

  /** The settings whose hashes are published, by environment. */
  public static List<Setting> settings() {
    return List.of(
        new Setting("stock/levels", "Stock-v1"),
        new Setting(
            "stock/trade-memory",
            "Stock-v1",
            "actions=trade",
            "window=8",
            "leverage=2",
            "shorts=true",
            "reward=differentialSharpe - 0.1 turnover"),
        new Setting(
            "stock/weight-replayed",
            "Stock-v1",
            () -> Histories.replayed(1),
            "actions=weight",
            "leverage=3",
            "shorts=true",
            "maintenance=0.3"),
        new Setting(
            "stock/bootstrap",
            "Stock-v1",
            () ->
                new BootstrapMarket(
                    ((ReplayMarket) Histories.replayed(1)).data(), BLOCK, EPISODE, HISTORY, DAYS),
            "levels=3",
            "participation=0.01"),
        new Setting(
            "stock/oracle",
            "Stock-v1",
            "market=noise",
            "leakNextReturn=true",
            "episode=60",
            "randomStart=false"),
        new Setting("portfolio/clip", "Portfolio-v1", "window=2", "leverage=2", "shorts=true"),
        new Setting("portfolio/softmax", "Portfolio-v1", "projection=softmax", "market=gbm:5"),
        new Setting("portfolio/gaps", "Portfolio-v1", Histories::withGaps, "episode=0"),
        new Setting("spot/levels", "CryptoSpot-v1"),
        new Setting(
            "spot/weight-borrowed",
            "CryptoSpot-v1",
            "actions=weight",
            "leverage=3",
            "shorts=true",
            "maintenance=0.2"),
        new Setting("perp/cross", "CryptoPerp-v1", "leverage=40"),
        new Setting("perp/isolated", "CryptoPerp-v1", "leverage=40", "margin=isolated"),
        new Setting("perp/replayed", "CryptoPerp-v1", () -> Histories.perpetuals(1), "leverage=3"),
        new Setting("crypto-portfolio", "CryptoPortfolio-v1", "leverage=5"),
        new Setting("funding-arbitrage", "FundingArbitrage-v1", "leverage=3", "shorts=true"),
        new Setting("cross-venue", "CrossVenue-v1", "delay=5"),
        new Setting("option-strategies", "OptionStrategies-v1"),
        new Setting("volatility-trading", "VolatilityTrading-v1"),
        new Setting("multi-asset", "MultiAsset-v1"),
        new Setting("option-hedging", "OptionHedging-v1"),
        new Setting("option-hedging/heston", "OptionHedging-v1", "market=heston"));
  }

  /** Prints all hashes of {@value #STEPS} steps. */
  public static void report(PrintWriter out) {
    for (Setting setting : settings()) {
      out.printf("%-24s %s%n", setting.name(), hash(setting, STEPS));
      out.flush();
    }
  }

  /** SHA-256 over everything that one setting says in so many steps, in hex. */
  public static String hash(Setting setting, int steps) {
    MessageDigest digest = Sha256.digest();
    try (VectorEnvironment envs =
        Gym.vector(setting.id())
            .options(setting.options())
            .lanes(LANES)
            .autoReset(AutoReset.NEXT_STEP)
            .make()) {
      Batch batch = envs.newBatch();
      RandomStream random = RandomStreams.of(SEED).stream("actions");
      int size = envs.actionSpace().size();
      float[] actions = new float[LANES * size];
      envs.reset(SEED, batch);
      add(digest, batch);
      for (int step = 0; step < steps; step += LANES) {
        for (int lane = 0; lane < LANES; lane++) {
          envs.actionSpace()
              .sample(random, batch.masks, lane * batch.maskSize, actions, lane * size);
        }
        envs.step(actions, batch);
        add(digest, batch);
      }
    }
    return Sha256.hex(digest.digest());
  }

  private static void add(MessageDigest digest, Batch batch) {
    ByteBuffer bytes =
        ByteBuffer.allocate(
            Float.BYTES * batch.observations.length
                + Double.BYTES * (batch.rewards.length + batch.infos.length)
                + batch.ends.length
                + batch.masks.length);
    for (float number : batch.observations) {
      bytes.putFloat(number);
    }
    Arrays.stream(batch.rewards).forEach(bytes::putDouble);
    Arrays.stream(batch.infos).forEach(bytes::putDouble);
    bytes.put(batch.ends);
    for (boolean allowed : batch.masks) {
      bytes.put((byte) (allowed ? 1 : 0));
    }
    digest.update(bytes.array());
  }

  /** Prints all hashes, of so many steps if a number is given. */
  public static void main(String[] args) {
    int steps = args.length == 0 ? STEPS : Integer.parseInt(args[0]);
    for (Setting setting : settings()) {
      System.out.printf("%-24s %s%n", setting.name(), hash(setting, steps));
    }
  }
}
