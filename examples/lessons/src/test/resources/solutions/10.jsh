double reward(Exercise10.Step step) {
    return Math.log(step.after() / step.before());
}
