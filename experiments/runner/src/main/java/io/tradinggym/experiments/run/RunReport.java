package io.tradinggym.experiments.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.agents.train.PeriodicEvaluation;
import io.tradinggym.experiments.CodeVersion;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.config.MarketConfig;
import io.tradinggym.experiments.config.RuleConfig;
import io.tradinggym.experiments.config.RunConfig;
import io.tradinggym.experiments.evaluation.Evaluation;
import io.tradinggym.experiments.ledger.Deflation;
import io.tradinggym.experiments.report.Assumptions;
import io.tradinggym.experiments.report.HtmlReport;
import io.tradinggym.experiments.report.ReportBuilder;
import io.tradinggym.experiments.report.ReportData;
import io.tradinggym.experiments.report.Text;
import io.tradinggym.market.data.Purpose;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run's report: its data as JSON, and the page that is written from it. */
public final class RunReport {
  private static final String DATA = "report.json";
  private static final String PAGE = "report.html";

  private RunReport() {}

  static void write(
      RunFolder folder,
      Experiment experiment,
      Purpose range,
      List<Trained> agents,
      Evaluation evaluation,
      String journalHash,
      Deflation worth) {
    RunConfig config = experiment.config();
    List<ReportData.Curve> curves = agents.stream().map(RunReport::curve).toList();
    ReportData data =
        new ReportBuilder(evaluation)
            .build(
                config.name(),
                curves,
                experiment.provenance(range),
                worth.sentence(),
                facts(config, agents, journalHash),
                assumptions(evaluation, agents));
    write(folder, data);
  }

  /**
   * Writes the page of a finished run again.
   *
   * @return where it is
   */
  public static Path rewrite(RunFolder folder) {
    return rewrite(folder, folder.file(PAGE));
  }

  /**
   * Writes the page of a finished run somewhere else; nothing in the run's folder is touched.
   *
   * @return where it is
   */
  public static Path rewrite(RunFolder folder, Path page) {
    RunFolder.replace(page, HtmlReport.of(data(folder)));
    return page;
  }

  /**
   * Writes the data and the page of a finished run.
   *
   * @return where the page is
   */
  public static Path write(RunFolder folder, ReportData data) {
    folder.writeJson(DATA, data);
    folder.write(PAGE, HtmlReport.of(data));
    return folder.file(PAGE);
  }

  /**
   * What the report of a finished run shows.
   *
   * @throws UserError if the run was not finished, or the file is damaged
   */
  public static ReportData data(RunFolder folder) {
    try {
      return new ObjectMapper().treeToValue(folder.readJson(DATA), ReportData.class);
    } catch (JsonProcessingException e) {
      throw new UserError(folder.file(DATA) + " is damaged: " + e.getOriginalMessage(), e);
    }
  }

  private static ReportData.Curve curve(Trained agent) {
    List<Long> steps = new ArrayList<>();
    List<Double> returns = new ArrayList<>();
    agent
        .log()
        .forEach(
            row -> {
              steps.add(row.steps());
              returns.add(row.figures().getOrDefault("episode/return", Double.NaN));
            });
    List<PeriodicEvaluation.Point> validations = agent.validations();
    return new ReportData.Curve(
        agent.seed(),
        steps,
        returns,
        validations.stream().map(PeriodicEvaluation.Point::steps).toList(),
        validations.stream().map(PeriodicEvaluation.Point::meanReturn).toList(),
        agent.chosenAt());
  }

  private static Map<String, String> facts(
      RunConfig config, List<Trained> agents, String journalHash) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Journal SHA-256", journalHash);
    facts.put("Seeds", config.seed() + " to " + (config.seed() + config.seeds() - 1));
    facts.put("Code", CodeVersion.describe());
    facts.put("Environment", config.environment().id() + " " + config.environment().chosen());
    if (config.market() != null) {
      facts.put("Market", declared(config.market()));
    }
    if (!config.environment().evaluation().isEmpty()) {
      facts.put("Judged under", config.environment().evaluation().toString());
    }
    RuleConfig rule = config.rule();
    if (rule != null && agents.isEmpty()) {
      facts.put("Rule", rule.title());
      return facts;
    }
    facts.put("Algorithm", config.algorithm().name() + " " + config.algorithm().settings());
    int looks = agents.stream().mapToInt(agent -> Math.max(1, agent.validations().size())).sum();
    facts.put(
        "Trial ledger",
        Text.count(agents.size(), "agent")
            + " trained, "
            + (chosen(agents)
                ? Text.count(looks, "candidate") + " compared on validation episodes"
                : "the last policy of each taken")
            + ", test paths opened once");
    return facts;
  }

  /** What a configuration says of its market, by its own keys; what it leaves out is left out. */
  private static String declared(MarketConfig market) {
    ObjectNode keys = new ObjectMapper().valueToTree(market);
    keys.removeIf(value -> value.isNull() || (value.isBoolean() && !value.booleanValue()));
    return keys.toString();
  }

  /** Whether policies were chosen among several on validation episodes. */
  private static boolean chosen(List<Trained> agents) {
    return agents.stream().anyMatch(agent -> !agent.validations().isEmpty());
  }

  private static List<String> assumptions(Evaluation evaluation, List<Trained> agents) {
    return Assumptions.of(
        evaluation,
        agents.isEmpty()
            ? "Nothing was trained here. Parameters that were chosen on the prices shown are"
                + " luckier here than they will be."
            : (chosen(agents)
                    ? "Agents were chosen on validation episodes"
                    : "The last policy of each training was taken")
                + "; the test paths were played once, after all choices.");
  }
}
