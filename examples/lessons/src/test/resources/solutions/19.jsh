double profit(double behind, double catchUp, int latency, double cost) {
    return Math.max(0, behind * Math.pow(1 - catchUp, latency) - cost);
}
