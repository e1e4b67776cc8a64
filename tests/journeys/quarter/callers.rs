//! Who rings in the quarter, and what they say: parents, and schools that have the parents' permission.

use super::coordinator::Coordinator;

const CHILDREN: [&str; 12] =
    ["Kelechi", "Amina", "Jonah", "Bea", "Dev", "Ruby", "Sami", "Theo", "Orla", "Zara", "Finn", "Tia"];
const FAMILIES: [&str; 15] = [
    "Achebe", "Costa", "Doyle", "Evans", "Fofanah", "Green", "Hussain", "Ivanova", "Jarvis", "Kaur", "Lowe",
    "Marsh", "Nowak", "Okafor", "Price",
];
const SCHOOLS: [&str; 5] =
    ["Larkfield Primary", "Castle Hill School", "Ashgrove Primary", "Brook Lane", "Northmere High"];
/// One call in so many is a school's.
const A_SCHOOL: usize = 6;
/// The oldest letter, in days.
const OLDEST: u64 = 70;

impl Coordinator {
    /// A call is taken by keys, as on any day.
    pub(super) fn take_a_call(&mut self, number: usize) {
        let family = FAMILIES[number / 12 % 15];
        let child = format!("{} {family}", CHILDREN[number % 12]);
        let parent = format!("{} {family}", self.one(&["Dawn", "Grace", "Omar", "Lena"]));
        let phone = format!("07700 900{:03}", number % 1000);
        let back = self.throw(OLDEST) + 2;
        let letter = (self.today - chrono::Days::new(back)).format("%-d/%-m/%y").to_string();
        let about = self.one(&["a", "a", "f", "p", "i", "c", "k", "d"]);
        let school = self.one(&SCHOOLS);
        let other = if about == "k" { school } else { "Northmere SEND team" };
        let mut wants = self.one(&["y", "y", "y", "y", "c"]);
        if self.nobody_comes_tomorrow && number.is_multiple_of(3) {
            // Whatever the dice say, some of those whose certificate is late want no mediation.
            wants = "c";
        }
        if number % A_SCHOOL == A_SCHOOL - 1 {
            self.say("F2 s Enter", "Martin Oyelaran");
            self.say("Enter", "Larkfield Primary, SENCO");
            self.say("Enter", "01632 960118");
            self.keys("Enter y m t Enter s");
            self.say("", &child);
        } else {
            self.say("F2 p Enter", &parent);
            self.say("Enter", &phone);
            self.say("Esc c", &child);
        }
        self.say("Esc s", school);
        self.say("Esc l", "Northmere");
        self.say("Esc a", about);
        self.say("Enter Esc d", &letter);
        self.say("Esc m", wants);
        self.say("Enter Esc h", other);
        self.keys("F9 F9");
        self.desk.shows("Finished: M-");
        self.taken.push(self.today);
    }

    fn say(&mut self, keys: &str, text: &str) {
        self.keys(keys);
        self.desk.text(text);
    }
}
