//! Who rings: the keys of a call up to a place where many journeys begin.

use super::Desk;

impl Desk {
    /// The minute goes by, as it does with nobody at the keys.
    pub(crate) fn tick(&mut self) -> &mut Self {
        let requests = self.app.tick(&self.context());
        self.serve(requests);
        self
    }

    /// Nobody wants anything for a moment: what the worker's thread does then.
    pub(crate) fn pause(&mut self) -> &mut Self {
        for answer in self.worker.pause() {
            let requests = self.app.hear(&answer, &self.context());
            self.serve(requests);
        }
        self
    }

    /// A school rings, up to the consent question, on which the cursor is.
    pub(crate) fn school_rings(&mut self) -> &mut Self {
        self.keys("F2 s Enter")
            .text("Martin Oyelaran")
            .keys("Enter")
            .text("Larkfield Primary, SENCO")
            .keys("Enter")
            .text("01632 960118")
            .keys("Enter")
    }
}
